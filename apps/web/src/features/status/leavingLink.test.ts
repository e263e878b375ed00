import { expect, test } from 'vitest';
import { type Click, type Link, leavesScript } from './leavingLink.ts';

const script = '/projects/p/scripts/s';
const link = (pathname: string, more: { target?: string; download?: boolean } = {}): Link => ({
  pathname,
  target: more.target ?? '',
  hasAttribute: (name) => name === 'download' && more.download === true,
});
const click: Click = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test('a link to elsewhere leaves the script, its own screens do not', () => {
  expect(leavesScript(link('/projects'), click, script)).toBe(true);
  expect(leavesScript(link('/projects/p/scripts/s2'), click, script)).toBe(true);
  expect(leavesScript(link(script), click, script)).toBe(false);
  expect(leavesScript(link(`${script}/shots`), click, script)).toBe(false);
});

test('what opens beside the page or downloads does not leave it', () => {
  expect(leavesScript(link('/projects', { target: '_blank' }), click, script)).toBe(false);
  expect(leavesScript(link('/copy', { download: true }), click, script)).toBe(false);
  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const)
    expect(leavesScript(link('/projects'), { ...click, [key]: true }, script)).toBe(false);
  expect(leavesScript(link('/projects'), { ...click, button: 1 }, script)).toBe(false);
});
