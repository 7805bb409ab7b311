/** What only an open request needs of the browser's script: one piece, fetched at once. */
export { AnswerDesk } from "@/components/requests/answer-desk";
export { MarkOpened } from "@/components/requests/mark-opened";
export { AskHolderButton } from "@/components/requests/thread/ask-holder-button";
export { AssignMenu } from "./assign-menu";
export { SentLine } from "./sent-line";
