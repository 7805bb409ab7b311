import { expect, it } from "vitest";
import { countryChoices, foreignCountries } from "./countries";

it("offers every country once, those told most often first and the others by name", () => {
  const choices = countryChoices("vi");
  expect(choices.slice(0, 3).map(({ name }) => name)).toEqual(["Campuchia", "Lào", "Trung Quốc"]);
  expect(choices.map(({ code }) => code).sort()).toEqual([...foreignCountries].sort());
  const others = choices.slice(7).map(({ name }) => name);
  expect(others).toEqual([...others].sort(new Intl.Collator("vi", { numeric: true }).compare));
});
