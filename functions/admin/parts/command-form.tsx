import { Alert, App, Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { BodyOf, ParamsOf, PostPath, PostReply } from '../api/calls.ts';
import { useCommand } from '../api/use-command.ts';
import { useDraft } from '../session/use-draft.ts';
import { useWho } from '../session/use-session.ts';
import { useTexts } from '../shell/language.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { partTexts } from './texts.ts';

export interface CommandFormProps<Path extends PostPath, Values extends object> {
  readonly path: Path;
  readonly params?: ParamsOf<Path>;
  /** The version that the user looks at: another's change in between is told, not overwritten. */
  readonly version?: number;
  /** Keeps what is typed under this name, e.g. `review app-1`. */
  readonly draft: string;
  readonly initial?: Partial<Values>;
  readonly toBody: (values: Values) => BodyOf<Path>;
  /** What will happen, before it is done. */
  readonly says?: ReactNode;
  readonly submit: string;
  readonly isDanger?: boolean;
  /** What happened, said once it is committed. */
  readonly done: (reply: PostReply<Path>, values: Values) => string;
  readonly onDone: (reply: PostReply<Path>) => void;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
}

/** A form that sends one command: it keeps what was typed, sends it once, and says what the API said. */
export function CommandForm<Path extends PostPath, Values extends object>(props: CommandFormProps<Path, Values>) {
  const { path, params, version, initial, toBody, says, submit, isDanger, done, onDone, onCancel, children } = props;
  const texts = useTexts(partTexts);
  const { message } = App.useApp();
  const { sub } = useWho();
  const draft = useDraft<Values>(`${sub} ${props.draft}`, initial);
  const command = useCommand(path);
  const [form] = Form.useForm<Values>();

  const send = async (values: Values): Promise<void> => {
    const reply = await command.run({
      body: toBody(values),
      key: draft.key,
      ...(params && { params }),
      ...(version !== undefined && { version }),
    });
    if (reply === null) return;
    draft.finish();
    message.success(done(reply, values));
    onDone(reply);
  };
  const startOver = (): void => {
    draft.finish();
    form.resetFields();
    form.setFieldsValue((initial ?? {}) as Parameters<typeof form.setFieldsValue>[0]);
  };

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark
      scrollToFirstError
      initialValues={draft.initial}
      onValuesChange={(_, values) => draft.keep(values)}
      onFinish={send}
    >
      {draft.isRestored && children !== undefined && (
        <Alert
          className="problem"
          type="info"
          showIcon
          title={texts.restored}
          action={
            <Button size="small" onClick={startOver}>
              {texts.startOver}
            </Button>
          }
        />
      )}
      {children}
      {says !== undefined && <div className="says">{says}</div>}
      <ProblemNotice problem={command.problem} onDismiss={command.dismiss} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" danger={isDanger ?? false} loading={command.isBusy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{texts.cancel}</Button>}
      </div>
    </Form>
  );
}
