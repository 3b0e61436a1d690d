import { describe, expect, test } from 'vitest';
import { whoOf } from '../../../functions/admin/session/who.ts';
import { roles } from '../../../shared/contracts/route.ts';
import { rolesIn } from '../../../shared/contracts/token-claims.ts';

const config = { issuer: 'https://issuer.example', clientId: 'page', apiUrl: '' };
const rolesOf = (roles: unknown) => whoOf({ sub: 's', org: 'o', roles }, config).roles;

describe('who signed in on the page', () => {
  test('has the roles that the token names exactly', () => {
    expect(rolesOf(['office', 'member'])).toEqual(['office', 'member']);
  });

  test.each([
    [['head office']],
    [['bank,office']],
    [['["office"]']],
    [{ office: true }],
    [[{ name: 'office' }]],
    ['office'],
    ['[office member]'],
    [undefined],
  ])('has no role of %j', (roles) => {
    expect(rolesOf(roles)).toEqual([]);
  });

  test('is known by the claims that the city’s issuer writes', () => {
    const claims = { name: 'https://city.example/name', org: 'custom:org', roles: 'realm_access.roles' };
    const given = {
      sub: 's',
      'https://city.example/name': '甲',
      'custom:org': 'office',
      realm_access: { roles: ['office'] },
    };
    expect(whoOf(given, { ...config, claims })).toEqual({ sub: 's', name: '甲', org: 'office', roles: ['office'] });
  });

  test('is whom the API takes them for, whatever the claim is', () => {
    for (const given of [[...roles], ['office', 'x', 7], ['OFFICE'], 'office', null, { 0: 'office' }, [['office']]])
      expect(rolesOf(given)).toEqual(roles.filter((role) => rolesIn(given).includes(role)));
  });
});
