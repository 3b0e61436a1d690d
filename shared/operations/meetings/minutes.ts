import { draftNotes, formNames, outcomeNames, unitName, voteNames } from '../../contracts/minutes-words.ts';
import { yuan } from '../../contracts/refusals/figures.ts';
import type { Block, Printed } from '../../documents/printed.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Inclusion } from '../../domain/inclusion.ts';
import type { Fen } from '../../domain/money.ts';
import { claimLayout } from '../../store/claims.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { loanLayout } from '../../store/loans.ts';
import { type Items, readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { seesPersons } from '../events/actor-view.ts';
import type { Services } from '../services.ts';
import { type MeetingReading, readMeeting } from './read.ts';
import type { MaterialReader } from './read-material.ts';
import { meetingFacts } from './record-view.ts';

type MeetingFacts = ReturnType<typeof meetingFacts>;
type ItemFacts = MeetingFacts['items'][number];

/** The minutes of a meeting (会议纪要), made from the facts and nothing else; null where there is no such meeting. */
export async function readMinutes(
  services: Services,
  meetingId: string,
  reader: MaterialReader,
): Promise<Printed | null> {
  const reading = await readMeeting(services, meetingId, reader);
  if (!reading) return null;
  const record = meetingFacts(reading);
  const known = reading.material.and(await readNames(services, record, reading.material));
  const number = `${record.year} 年第 ${record.number} 次会议`;
  const draft = draftNotes[record.state];
  const blocks: Block[] = [
    { kind: 'title', text: '平湖市科创企业贷款联席会议纪要' },
    { kind: 'paragraph', text: number },
    ...(draft === null ? [] : [{ kind: 'note', text: draft } as const]),
    { kind: 'table', hasHead: false, rows: headRows(record, reading) },
    ...record.items.flatMap((item, index) => itemBlocks(item, index, known, reader.caller)),
    ...sealOf(record),
  ];
  return { title: `联席会议纪要 ${number}`, blocks };
}

function headRows(record: MeetingFacts, { policy }: MeetingReading): readonly (readonly string[])[] {
  return [
    ['会议名称', record.title],
    ['会议日期', record.convenesOn],
    ['形式', formNames[record.form]],
    ['成员单位', record.units.map(unitName).join('、')],
    ['议题', `${record.items.length} 项`],
    ['适用规定', policy?.name ?? '—'],
    ['决议时间', record.resolvedAt === null ? '—' : shanghaiTime(record.resolvedAt)],
    ...(record.reason === null ? [] : [['取消原因', record.reason]]),
  ];
}

/** Who cast a vote, for those who see persons; a name that was erased leaves a word in its place. */
const voterOf = ({ by, unit }: ItemFacts['votes'][number], caller: Caller): string =>
  by ?? (seesPersons(caller, { org: unit }) ? '已删除姓名' : '');

function itemBlocks(item: ItemFacts, index: number, known: Items, caller: Caller): readonly Block[] {
  const { tally, votes } = item;
  const rows = votes.map((vote) => [
    unitName(vote.unit),
    voteNames[vote.vote],
    money(vote.assessedFen),
    vote.opinion ?? '',
    `${voterOf(vote, caller)} ${shanghaiTime(vote.at)}`.trim(),
  ]);
  const head = ['单位', '表决', '建议认定（元）', '意见', '表决人与时间'];
  const counted = `同意 ${tally.approve}、不同意 ${tally.reject}、弃权 ${tally.abstain}、回避 ${tally.recuse}；计票单位 ${tally.left} 个`;
  return [
    {
      kind: 'heading',
      text: `议题 ${index + 1}：${item.kind === 'claim' ? '代偿申请' : '特别纳入'}　${nameOf(item, known)}`,
    },
    { kind: 'table', hasHead: false, rows: factsOf(item, known) },
    { kind: 'table', hasHead: true, rows: [head, ...rows] },
    { kind: 'paragraph', text: `表决情况：${counted}。` },
    { kind: 'paragraph', text: `结果：${resultOf(item)}` },
    ...(item.reason === null ? [] : [{ kind: 'paragraph', text: `理由：${item.reason}` } as const]),
    ...(item.note === null ? [] : [{ kind: 'paragraph', text: `备注：${item.note}` } as const]),
  ];
}

function factsOf(item: ItemFacts, known: Items): readonly (readonly string[])[] {
  const claim = claimOf(item, known);
  const loan = claim && storedIn(known, loanLayout, claim.loanId)?.state;
  const inclusion = inclusionOf(item, known);
  const rows = [['统一社会信用代码', item.creditCode]];
  if (claim && loan) {
    const bank = storedIn(known, institutionLayout, claim.institutionId)?.state.name ?? claim.institutionId;
    rows.push(['申请编号', claim.claimId], ['申请机构', bank]);
    rows.push(['贷款合同', [loan.contractNumber, loan.noteNumber].filter(Boolean).join(' / ')]);
    rows.push(['贷款本金（元）', money(loan.principalFen)], ['贷款期限', `${loan.disbursedOn} 至 ${loan.maturesOn}`]);
    rows.push(['申报损失（元）', money(item.claimedFen)], ['提请表决（元）', money(item.proposedAssessedFen)]);
  }
  if (inclusion) {
    rows.push(['申请编号', inclusion.inclusionId], ['创新发展需要', inclusion.innovationNeed]);
    rows.push(['缺乏融资渠道', inclusion.financingLack], ['有效期至', inclusion.validUntil ?? '不设期限']);
  }
  if (item.figureReason !== null) rows.push(['调整金额的理由', item.figureReason]);
  return rows;
}

function resultOf({ outcome, assessedFen }: ItemFacts): string {
  if (outcome === null) return '尚未决议。';
  const assessed = assessedFen === null ? '' : `，认定损失 ${money(assessedFen)} 元`;
  return `${outcomeNames[outcome]}${assessed}。`;
}

/** What proves that the minutes say what was resolved: the hash that the trail keeps of it. */
function sealOf({ resolutionHash, meetingId, version }: MeetingFacts): readonly Block[] {
  if (resolutionHash === null) return [];
  const text = `会议编号 ${meetingId}，版本 ${version}；决议在业务留痕中的 SHA-256：${resolutionHash}`;
  return [{ kind: 'note', text }];
}

/** The list's name of an enterprise; of one that it does not know, the name in the request. */
const nameOf = (item: ItemFacts, known: Items): string =>
  storedIn(known, enterpriseLayout, item.creditCode)?.state.name ?? inclusionOf(item, known)?.name ?? item.creditCode;

const claimOf = ({ claimId }: ItemFacts, known: Items): Claim | undefined =>
  claimId === null ? undefined : storedIn(known, claimLayout, claimId)?.state;

const inclusionOf = ({ inclusionId }: ItemFacts, known: Items): Inclusion | undefined =>
  inclusionId === null ? undefined : storedIn(known, inclusionLayout, inclusionId)?.state;

function readNames({ database }: Services, { items }: MeetingFacts, material: Items): Promise<Items> {
  const banks = items.flatMap((item) => claimOf(item, material)?.institutionId ?? []);
  return readItems(database, [
    ...items.map(({ creditCode }) => keyOfResource(enterpriseLayout, creditCode)),
    ...banks.map((bank) => keyOfResource(institutionLayout, bank)),
  ]);
}

const money = (fen: Fen | null): string => (fen === null ? '' : yuan(fen));

const shanghaiOffsetMs = 8 * 60 * 60 * 1000;

/** `2026-03-02 10:00` in Shanghai. */
const shanghaiTime = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
