import type { Actor } from '../../domain/event.ts';
import type { TrailEvent } from '../../store/trail.ts';

/** What those who acted were called. */
export interface Names {
  /** The name of who acted at an instant; null where none is known, or it was erased. */
  readonly of: (actor: TrailEvent['actor'], at: string) => string | null;
  /** The name of who is an organisation's by a subject. */
  readonly ofSub: (org: string, sub: string, at: string) => string | null;
}

/** What jobs and workers are called: no names of persons. */
const systemNames: Readonly<Record<string, string>> = {
  'job:overdue-loans': '逾期认定',
  'job:carry-over-and-set-off': '结转与抵扣',
  'job:expire-applications': '到期处理',
  'job:end-inclusions': '特别纳入到期',
  'worker:settlement': '代偿结算',
  'worker:conference': '联席会议决议执行',
  'worker:list': '名单处理',
  'worker:loan-imports': '历史贷款导入',
  'job:expire-documents': '材料到期清理',
  'job:activate-policies': '政策生效',
  'system:built-in': '内置',
  'tool:repair': '数据修复',
};

/** The name of a job or worker. */
export const systemNameOf = ({ sub }: Pick<Actor, 'sub'>): string | null => systemNames[sub] ?? null;
