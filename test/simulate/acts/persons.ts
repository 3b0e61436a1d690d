import { eraseName, liftErasure } from '../../../shared/operations/persons/erase.ts';
import { personIdOf } from '../../../shared/store/persons.ts';
import { office } from '../../support/fixtures.ts';
import type { Act } from './context.ts';

const persons = [
  ['rcb', 'bank-rcb'],
  ['icbc', 'bank-icbc'],
  ['rcb', 'operator:1-bank-rcb'],
  ['office', 'office-1'],
  ['science', 'member-science'],
] as const;

export const erase: Act = ({ chance }) => {
  const [org, sub] = chance.one(persons);
  const id = personIdOf(org, sub);
  return {
    kind: 'erase-name',
    caller: office(chance.one(['office-1', 'office-2'])),
    says: `the office erases the name of ${sub}`,
    on: ['persons', id],
    send: (services, context) => eraseName(services, context, id, { reason: '本人申请' }),
    against: (city) => {
      if (!city.acted.has(id)) return ['not-found'];
      return city.persons.get(id)?.state === 'erased' ? ['state-conflict'] : [];
    },
    apply: (city) => void city.persons.set(id, { id, org, sub, state: 'erased' }),
  };
};

export const lift: Act = ({ city, chance }) => {
  const erased = [...city.persons.values()].filter(({ state }) => state === 'erased');
  const person = chance.oneOrNone(erased);
  if (!person) return null;
  const { id, sub } = person;
  return {
    kind: 'lift-erasure',
    caller: office(),
    says: `the office lifts the erasure of ${sub}`,
    on: ['persons', id],
    send: (services, context) => liftErasure(services, context, id, { reason: '重新任职' }),
    against: (each) => (each.persons.get(id)?.state === 'erased' ? [] : ['state-conflict']),
    apply: (each) => void each.persons.set(id, { ...person, state: 'named' }),
  };
};
