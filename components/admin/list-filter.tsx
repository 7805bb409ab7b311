import Form from "next/form";
import { Search } from "@/components/icons/search";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, type Choice } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";

type Props = {
  path: string;
  search: { name: string; label: string; value: string };
  selects?: readonly {
    name: string;
    label: string;
    value: string;
    placeholder: string;
    choices: readonly Choice[];
  }[];
  submit: string;
};

/** What a register is filtered by; it stands in the address, so it never holds a person's name. */
export function ListFilter({ path, search, selects = [], submit }: Props) {
  return (
    <Form prefetch={false} action={path} role="search" className="row wrap">
      <Field label={search.label} labelHidden required className="grow basis-56 max-w-md">
        <TextInput
          data-list-filter=""
          name={search.name}
          defaultValue={search.value}
          key={search.value}
          before={<Search className="i" aria-hidden />}
          placeholder={search.label}
          maxLength={120}
        />
      </Field>
      {selects.map(({ name, label, value, placeholder, choices }) => (
        <Field key={`${name}:${value}`} label={label} labelHidden required className="basis-40">
          <Select name={name} defaultValue={value} placeholder={placeholder} choices={choices} />
        </Field>
      ))}
      <Button type="submit">{submit}</Button>
    </Form>
  );
}
