import { holdReadings } from "@/components/frame/hold-readings";

// Next runs this in the browser before anything of a page: the router finds a `fetch` that holds on.
window.fetch = holdReadings(window.fetch.bind(window));
