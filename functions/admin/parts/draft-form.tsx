import { Alert, Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { useDraft } from '../session/use-draft.ts';
import { useWho } from '../session/use-session.ts';
import { useTexts } from '../shell/language.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { partTexts } from './texts.ts';

export interface DraftFormLook<Values extends object> {
  /** Keeps what is typed under this name, e.g. `review app-1`. */
  readonly draft: string;
  readonly initial?: Partial<Values>;
  /** What will happen, before it is done. */
  readonly says?: ReactNode;
  readonly submit: string;
  readonly isDanger?: boolean;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
}

interface DraftFormProps<Values extends object> extends DraftFormLook<Values> {
  /** By the key of the intent; answers what follows once it is no draft any more, or null where it stays one. */
  readonly onSend: (values: Values, key: string) => Promise<(() => void) | null>;
  readonly isBusy?: boolean;
  readonly problem?: Problem | null;
  readonly onDismiss?: () => void;
}

/** A form that keeps what was typed through errors, reloads and a lost session, until it was sent. */
export function DraftForm<Values extends object>(props: DraftFormProps<Values>) {
  const { initial, says, submit, isDanger = false, onCancel, children } = props;
  const { onSend, isBusy = false, problem = null, onDismiss } = props;
  const texts = useTexts(partTexts);
  const { sub } = useWho();
  const draft = useDraft<Values>(`${sub} ${props.draft}`, initial);
  const [form] = Form.useForm<Values>();

  const send = async (values: Values): Promise<void> => {
    const follow = await onSend(values, draft.key);
    if (follow === null) return;
    draft.finish();
    follow();
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
      <ProblemNotice problem={problem} {...(onDismiss && { onDismiss })} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" danger={isDanger} loading={isBusy}>
          {submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{texts.cancel}</Button>}
      </div>
    </Form>
  );
}
