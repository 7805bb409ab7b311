import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { statement } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { onRoster } from "./keep";
import { canConfirmSql } from "./note-queries";
import { urgentOpenSql } from "./urgent-open";
import type { readNoteInput, writeNoteInput } from "./schema";

/**
 * The word of who goes for who comes, once for a shift, with the urgent requests that are open at his desk. Written from the shift's
 * beginning until twelve hours after its end. @throws Problem not-found for somebody else's shift; not-now before, later, or a second time.
 */
export function writeNote(actor: Actor, input: z.output<typeof writeNoteInput>): Promise<{ id: string }> {
  return onRoster(actor, "duty.read", "duty.writeNote", input, async (tx, now) => {
    const shift = await tx.dutyShift.findFirst({
      where: { id: input.shiftId, membershipId: actor.membershipId, cancelledAt: null },
    });
    if (!shift) throw new Problem("not-found");
    const isLate = shift.toAt.getTime() + 12 * 3_600_000 < now.getTime();
    if (shift.fromAt > now || isLate || (await tx.dutyNote.count({ where: { shiftId: shift.id } })))
      throw new Problem("not-now");
    const open = await statement<{ id: string }>(
      tx,
      `select r.id from request r where ${urgentOpenSql} order by r.sent_at limit 50`,
      [actor.orgId],
    );
    const { rows } = await statement<{ id: string }>(
      tx,
      "insert into duty_note (org_id, shift_id, author_id, body, request_ids) values ($1, $2, $3, $4, $5) returning id",
      [actor.orgId, shift.id, actor.membershipId, input.body, open.rows.map(({ id }) => id)],
    );
    const id = rows[0]!.id;
    return {
      result: { id },
      act: {
        type: "duty.note_written",
        subjectType: "duty_note",
        subjectId: id,
        changes: { count: open.rows.length },
      },
    };
  });
}

/**
 * Who takes over has read it. @throws Problem not-found for what is not of his organisation or his own; not-now when it was read;
 * not-allowed for a colleague who does not take over.
 */
export function readNote(actor: Actor, input: z.output<typeof readNoteInput>): Promise<{ id: string }> {
  return onRoster(actor, "duty.read", "duty.readNote", input, async (tx, now) => {
    const note = await tx.dutyNote.findFirst({ where: { id: input.noteId, orgId: actor.orgId } });
    if (!note || note.authorId === actor.membershipId) throw new Problem("not-found");
    if (note.readAt) throw new Problem("not-now");
    const { rows } = await statement<{ may: boolean }>(
      tx,
      `select ${canConfirmSql} as may from duty_note n where n.id = $1`,
      [note.id, actor.membershipId],
    );
    if (!rows[0]?.may) throw new Problem("not-allowed");
    const { count } = await tx.dutyNote.updateMany({
      where: { id: note.id, readAt: null },
      data: { readerId: actor.membershipId, readAt: now },
    });
    if (count === 0) throw new Problem("not-now");
    return {
      result: { id: note.id },
      act: { type: "duty.note_read", subjectType: "duty_note", subjectId: note.id },
    };
  });
}
