import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, EDIT_ACTION } from './document.ts';
import { ACTIONS, type Action, CAPABILITIES, may, ROLES, type Role, role } from './role.ts';

/** The design's table once more, by eye: a row per action, a column per role in the order of `ROLES`. */
const table: Readonly<Record<Action, string>> = {
  //                 owner producer director writer artist reviewer viewer
  'project.read': '   ●     ●        ●        ●      ●      ●        ●',
  'comment.write': '  ●     ●        ●        ●      ●      ●        –',
  'script.edit': '    ●     –        ●        ●      –      –        –',
  'shots.edit': '     ●     –        ●        ●      ●      –        –',
  'take.request': '   ●     ●        ●        –      ●      –        –',
  'spending.allow': ' ●     ●        –        –      –      –        –',
  'gate.decide': '    –     ●        ●        –      –      –        –',
  'settings.change': '●     ●        –        –      –      –        –',
  'members.change': ' ●     ●        –        –      –      –        –',
  'project.delete': ' ●     –        –        –      –      –        –',
};
const cases = ACTIONS.flatMap((action) =>
  ROLES.map((who, column): [Role, Action, boolean] => {
    const marks = table[action].trim().split(/\s+/);
    return [who, action, marks[column] === '●'];
  }),
);

describe('the capability table', () => {
  it.each(cases)('[CA1] %s, %s: %s', (who, action, expected) => {
    expect(may(who, action)).toBe(expected);
  });
  it('[CA1] names every action and only roles that there are', () => {
    expect(Object.keys(CAPABILITIES).sort()).toEqual([...ACTIONS].sort());
    expect(cases).toHaveLength(70);
    for (const roles of Object.values(CAPABILITIES)) for (const one of roles) expect(role.parse(one)).toBe(one);
  });
  it('[CA2] lets a viewer read and nothing else', () => {
    expect(ROLES.every((who) => may(who, 'project.read'))).toBe(true);
    expect(ACTIONS.filter((action) => may('viewer', action))).toEqual(['project.read']);
  });
  it('[CA3] lets only an owner delete a project', () => {
    expect(CAPABILITIES['project.delete']).toEqual(['owner']);
  });
  it('[CA4] lets producer and director decide at a gate', () => {
    expect(CAPABILITIES['gate.decide']).toEqual(['producer', 'director']);
  });
  it('[CA5] ties every kind of document to the action that writes it', () => {
    expect(DOCUMENT_KINDS.map((kind) => [kind, EDIT_ACTION[kind]])).toEqual([
      ['script', 'script.edit'],
      ['shots', 'shots.edit'],
      ['bible', 'shots.edit'],
      ['cut', 'shots.edit'],
    ]);
  });
});
