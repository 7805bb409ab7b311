/** What an organisation may choose to be told by its own system; the database knows the same list. Words: `webhooks.topics.<code>`. */
export const topicGroups = ["requests", "money", "deadlines", "suspicions", "cases"] as const;
export type TopicGroup = (typeof topicGroups)[number];

const groupOf: Record<string, TopicGroup> = {
  request: "requests",
  hold: "money",
  restitution: "money",
  appeal: "money",
  deadline: "deadlines",
  suspicion: "suspicions",
  case: "cases",
};

/** The group of a topic of the outbox (`request.signed`), or null: of that no webhook tells. */
export const groupOfTopic = (topic: string): TopicGroup | null => groupOf[topic.split(".")[0]!] ?? null;

/** A word of trial to an address of one's own: sent once, whatever becomes of it. */
export const trialTopic = "webhook.test";
