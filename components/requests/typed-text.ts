type Typed = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** What a form sends along without anybody having typed it, or what is no text. */
const unsaid = new Set(["hidden", "submit", "button", "file", "radio"]);

/** What stands in a form's fields as lines of text, `name: value` each, as it is read on the screen; empty fields are left out. */
export function typedText(form: HTMLFormElement): string {
  const fields = [...form.elements].filter((one): one is Typed => "value" in one && "labels" in one);
  return fields
    .flatMap((field) => {
      if (unsaid.has(field.type) || (field.type === "checkbox" && !(field as HTMLInputElement).checked))
        return [];
      const name = field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "";
      const said = "selectedOptions" in field ? field.selectedOptions[0]?.textContent : field.value;
      if (field.type === "checkbox") return [name.trim()];
      return said?.trim() && field.value !== "" ? [`${name.trim()}: ${said.trim()}`] : [];
    })
    .join("\n");
}
