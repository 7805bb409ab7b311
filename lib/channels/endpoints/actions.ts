"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { addEndpoint, changeEndpoint, removeEndpoint, renewSecret } from "./commands";
import { addEndpointInput, changeEndpointInput, endpointInput, testEndpointInput } from "./schema";
import { testEndpoint } from "./trial";

export const addEndpointAction = action(addEndpointInput, async (actor, input) => {
  const shown = await addEndpoint(actor, input);
  revalidatePath(paths.webhooks);
  return shown;
});

export const changeEndpointAction = action(changeEndpointInput, async (actor, input) => {
  const changed = await changeEndpoint(actor, input);
  revalidatePath(paths.webhooks);
  return changed;
});

export const renewSecretAction = action(endpointInput, async (actor, input) => {
  const shown = await renewSecret(actor, input);
  revalidatePath(paths.webhooks);
  return shown;
});

export const removeEndpointAction = action(endpointInput, async (actor, input) => {
  const removed = await removeEndpoint(actor, input);
  revalidatePath(paths.webhooks);
  return removed;
});

export const testEndpointAction = action(testEndpointInput, async (actor, input) => {
  const tested = await testEndpoint(actor, input);
  revalidatePath(paths.webhooks);
  return tested;
});
