import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { PostPath } from '../api/calls.ts';
import { readDraft } from '../session/draft-store.ts';
import { useWho } from '../session/use-session.ts';
import { CommandForm, type CommandFormProps } from './command-form.tsx';

interface CommandDialogProps<Path extends PostPath, Values extends object> extends CommandFormProps<Path, Values> {
  /** On the button that opens it, and at its head. */
  readonly title: string;
  readonly isPrimary?: boolean;
  /** Among a list's tools. */
  readonly isSmall?: boolean;
  readonly isDisabled?: boolean;
}

/** A button that opens a form; opens by itself where something typed before waits to be sent. */
export function CommandDialog<Path extends PostPath, Values extends object>({
  title,
  isPrimary = false,
  isSmall = false,
  isDisabled = false,
  ...form
}: CommandDialogProps<Path, Values>) {
  const { sub } = useWho();
  const [isOpen, setOpen] = useState(() => !isDisabled && readDraft(`${sub} ${form.draft}`) !== null);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        size={isSmall ? 'small' : 'middle'}
        danger={form.isDanger ?? false}
        disabled={isDisabled}
        onClick={() => setOpen(true)}
      >
        {title}
      </Button>
      <Modal open={isOpen} title={title} footer={null} onCancel={close} destroyOnHidden width={560}>
        <CommandForm<Path, Values>
          {...form}
          onCancel={close}
          onDone={(reply) => {
            close();
            form.onDone(reply);
          }}
        />
      </Modal>
    </>
  );
}
