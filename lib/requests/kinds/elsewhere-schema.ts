import { z } from "zod";
import { optionalText, text } from "@/lib/fields";
import { foreignCountries } from "@/lib/reference/countries";
import { type ElsewherePlace, namedPlaces } from "./elsewhere";

const mostName = 120;
const nameOf = (place: ElsewherePlace) =>
  namedPlaces.some((each) => each === place) ? text(2, mostName) : optionalText(mostName);
const swift = optionalText(20)
  .transform((typed) => typed?.replace(/\s/g, "").toUpperCase())
  .refine(
    (typed) => typed === undefined || /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(typed),
    "answer.swift",
  );

/** What is told of each place. */
export const elsewhereSchema = z.discriminatedUnion(
  "place",
  [
    z.object({
      place: z.literal("abroad"),
      country: z.string("required").refine((code) => foreignCountries.includes(code), "required"),
      name: nameOf("abroad"),
      swift,
    }),
    z.object({ place: z.literal("crypto"), name: nameOf("crypto") }),
    z.object({ place: z.literal("merchant"), name: nameOf("merchant") }),
    z.object({ place: z.literal("unknown_bank"), name: nameOf("unknown_bank") }),
  ],
  "required",
);
