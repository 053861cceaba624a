// Who may do what: as configured, and nothing where nothing is.
import { expect, test } from 'vitest';
import { rolesOf } from '../../src/domain/role.ts';

const TABLE = JSON.stringify({ 'Desk@paper.example': ['editor', 'moderator'], 'a@b.example': ['admin'] });

test('an address has the roles it was given, however it is typed', () => {
  expect(rolesOf(TABLE, 'desk@Paper.example')).toEqual(['editor', 'moderator']);
});

test.for([undefined, '', ' ', '{}', TABLE])('of %j nobody else has any', (configured) => {
  expect(rolesOf(configured, 'stranger@paper.example')).toEqual([]);
});

test.for(['{', '[]', '{"a@b.example": ["owner"]}', '{"a@b.example": "admin"}'])(
  '%s lets nobody in',
  (configured) => {
    expect(() => rolesOf(configured, 'a@b.example')).toThrow();
  },
);
