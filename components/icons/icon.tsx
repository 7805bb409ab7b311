import type { ComponentProps, ReactNode } from "react";

export type Icon = (props: Omit<ComponentProps<"svg">, "children" | "dangerouslySetInnerHTML">) => ReactNode;

/**
 * A drawing of 24 × 24 units in the colour of the words around it (`.i` in app/styles/elements.css gives it size and stroke).
 * Its lines are written as the file beside this one holds them, in one go: a page has dozens of icons, and building each of
 * their lines as an element cost more than the words beside them.
 */
export const icon = (lines: string): Icon =>
  function Drawn(props) {
    // What has no name of its own says nothing that the words beside it do not say.
    const hidden = props["aria-label"] === undefined ? true : undefined;
    return (
      <svg viewBox="0 0 24 24" aria-hidden={hidden} {...props} dangerouslySetInnerHTML={{ __html: lines }} />
    );
  };
