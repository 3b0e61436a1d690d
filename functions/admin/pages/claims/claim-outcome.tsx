import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import type { Shape } from '../../api/calls.ts';
import { Amount } from '../../parts/amount.tsx';
import { instantText } from '../../parts/day.ts';
import { Panel } from '../../parts/panel.tsx';
import { SharesTable } from '../../parts/shares-table.tsx';
import { WorkingList } from '../../parts/working-list.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { claimsTexts } from './texts.ts';

/** What the conference decided, who bears what by which working, and what was paid and recovered. */
export function ClaimOutcome({ claim }: { readonly claim: Shape<'Claim'> }) {
  const texts = useTexts(claimsTexts);
  const { meetingId, assessedFen, shares, lossFen, uncoveredFen, working } = claim;
  if (meetingId === null) return null;
  const entry = (key: string, label: string, children: ReactNode) => ({ key, label, children });
  return (
    <Panel title={texts.outcome}>
      {shares !== null && <SharesTable lossFen={lossFen} shares={shares} uncoveredFen={uncoveredFen} />}
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          entry('meeting', texts.meeting, <a href={hrefOf(`/meetings/${meetingId}`)}>{texts.open}</a>),
          entry('assessed', texts.assessed, <Amount fen={assessedFen} />),
          entry('settled', texts.settledAt, instantText(claim.settledAt)),
          entry('setOff', texts.setOff, <Amount fen={claim.setOffFen} />),
          entry('payable', texts.payable, <Amount fen={claim.payableFen} />),
          entry('paid', texts.paidOn, claim.paidOn ?? texts.none),
          entry('voucher', texts.voucher, claim.voucherNumber ?? texts.none),
          entry('recovered', texts.recovered, <Amount fen={claim.recoveredFen} />),
          entry('remitted', texts.remitted, <Amount fen={claim.remittedFen} />),
        ]}
      />
      <WorkingList working={working} />
    </Panel>
  );
}
