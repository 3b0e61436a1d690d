import { Alert, Descriptions, Form, Input } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { Amount } from '../../parts/amount.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { Panel } from '../../parts/panel.tsx';
import { rateText } from '../../parts/rate.ts';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { institutionsTexts } from './texts.ts';

interface BreakerProps {
  readonly institution: Shape<'Institution'>;
  readonly onDone: () => void;
}

/** The circuit breaker of a bank, with the figures that move it, and its release by the office (R28). */
export function Breaker({ institution, onDone }: BreakerProps) {
  const texts = useTexts(institutionsTexts);
  const isOffice = useHasRole('office');
  const { breaker, institutionId, version } = institution;
  if (breaker === null) return null;
  return (
    <Panel title={texts.breaker}>
      <Alert
        className="problem"
        showIcon
        type={breaker.isOpen ? 'error' : 'success'}
        title={breaker.isOpen ? texts.breakerOpen : texts.breakerClosed}
      />
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'ratio', label: texts.ratio, children: rateText(breaker.ratioBp) },
          { key: 'limit', label: texts.limit, children: rateText(breaker.limitBp) },
          { key: 'compensated', label: texts.compensated, children: <Amount fen={breaker.compensatedFen} /> },
          { key: 'disbursed', label: texts.disbursed, children: <Amount fen={breaker.disbursedFen} /> },
          { key: 'opened', label: texts.openedOn, children: breaker.openedOn ?? texts.none },
          { key: 'released', label: texts.releasedOn, children: breaker.releasedOn ?? texts.none },
          ...(breaker.reason === null ? [] : [{ key: 'reason', label: texts.reason, children: breaker.reason }]),
        ]}
      />
      {breaker.isOpen && isOffice && (
        <CommandDialog<'/v1/institutions/{institutionId}/breaker-release', { reason: string }>
          title={texts.release}
          path="/v1/institutions/{institutionId}/breaker-release"
          params={{ institutionId }}
          version={version}
          draft={`breaker ${institutionId}`}
          says={texts.releaseSays}
          submit={texts.release}
          toBody={(values) => values}
          done={() => texts.releaseDone}
          onDone={onDone}
        >
          <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </CommandDialog>
      )}
    </Panel>
  );
}
