import { App } from 'antd';
import type { BodyOf, ParamsOf, PostPath, PostReply } from '../api/calls.ts';
import { useCommand } from '../api/use-command.ts';
import { DraftForm, type DraftFormLook } from './draft-form.tsx';

export interface CommandFormProps<Path extends PostPath, Values extends object> extends DraftFormLook<Values> {
  readonly path: Path;
  /** The `{names}` of the path; of what is typed, where the form asks for them. */
  readonly params?: ParamsOf<Path> | ((values: Values) => ParamsOf<Path>);
  /** The version that the user looks at: another's change in between is told, not overwritten. */
  readonly version?: number;
  readonly toBody: (values: Values) => BodyOf<Path>;
  /** What happened, said once it is committed. */
  readonly done: (reply: PostReply<Path>, values: Values) => string;
  readonly onDone: (reply: PostReply<Path>) => void;
}

/** A form that sends one command: it keeps what was typed, sends it once, and says what the API said. */
export function CommandForm<Path extends PostPath, Values extends object>(props: CommandFormProps<Path, Values>) {
  const { path, params, version, toBody, done, onDone, ...look } = props;
  const { message } = App.useApp();
  const command = useCommand(path);

  const send = async (values: Values, key: string): Promise<(() => void) | null> => {
    const body = toBody(values);
    const reply = await command.run({
      body,
      key,
      ...(params && { params: typeof params === 'function' ? params(values) : params }),
      ...(version !== undefined && { version }),
    });
    if (reply === null) return null;
    return () => {
      message.success(done(reply, values));
      onDone(reply);
    };
  };
  return (
    <DraftForm<Values>
      {...look}
      onSend={send}
      isBusy={command.isBusy}
      problem={command.problem}
      onDismiss={command.dismiss}
    />
  );
}
