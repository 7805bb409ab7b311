import { z } from "zod";
import { text } from "@/lib/fields";
import { topicGroups } from "@/lib/channels/topics";

const key = z.uuid("invalid");
const endpointId = z.uuid("invalid");
const version = z.coerce.number().int().min(1).max(2_147_483_647);
const where = {
  url: text(8, 500),
  topics: z.array(z.enum(topicGroups, "invalid")).min(1, "required").max(topicGroups.length),
};

export const addEndpointInput = z.object({ key, ...where });
export const changeEndpointInput = z.object({
  key,
  endpointId,
  version,
  ...where,
  isOn: z.boolean("invalid"),
});
export const endpointInput = z.object({ key, endpointId, version });
export const testEndpointInput = z.object({ key, endpointId });
