import { asOwner } from "./owner";
import { seedReference } from "./reference";
const url = process.env.DATABASE_URL ?? "";
console.log(await asOwner(url, seedReference));
