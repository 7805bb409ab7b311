"use client";

import { useTranslations } from "next-intl";
import { useState, type ComponentProps, type ReactNode } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { CommandForm } from "./command-form";

type Inner<T> = Omit<ComponentProps<typeof CommandForm<T>>, "onDone" | "cancel">;

/** A button that opens a form over the page; when it is done the dialog closes and `done` is said. */
export function DialogForm<T>({
  open: words,
  look,
  formLook,
  title,
  lead,
  done,
  onDone,
  ...form
}: Inner<T> & {
  open: string;
  look?: ButtonLook;
  formLook?: ButtonLook;
  title: string;
  lead?: ReactNode;
  done: string;
  onDone?: (data: T) => void;
}) {
  const t = useTranslations("admin.form");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look={look} onClick={() => setOpen(true)}>
        {words}
      </Button>
      <Dialog open={open} onClose={close} title={title} lead={lead}>
        <CommandForm<T>
          {...form}
          look={formLook}
          cancel={<Button onClick={close}>{t("cancel")}</Button>}
          onDone={(data) => {
            close();
            toast(done);
            onDone?.(data);
          }}
        />
      </Dialog>
    </>
  );
}
