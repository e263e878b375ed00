import { describe, expect, test } from 'vitest';
import { formatLabel, labelShots, setupLetters } from './label.ts';

const shotsIn = (...scenes: (string | null)[]) => scenes.map((scene, i) => ({ id: `s${i}`, scene }));
const drawn = (...scenes: (string | null)[]) => [...labelShots(shotsIn(...scenes)).values()].map(formatLabel);

describe('labels', () => {
  test('[NB1] the first shot of a scene is its master and the others take letters without I and O', () => {
    expect(drawn(...Array<string>(17).fill('12'))).toEqual(
      '12 12A 12B 12C 12D 12E 12F 12G 12H 12J 12K 12L 12M 12N 12P 12Q 12R'.split(' '),
    );
  });

  test('[NB1] scenes count apart, in the order of the list', () => {
    expect(drawn('1', '2', '1', '2', '1')).toEqual(['1', '2', '1A', '2A', '1B']);
  });

  test('[NB2] after Z comes AA, and no letters come twice', () => {
    expect([24, 25, 26, 48, 49].map(setupLetters)).toEqual(['Z', 'AA', 'AB', 'AZ', 'BA']);
    const all = Array.from({ length: 5000 }, (_, i) => setupLetters(i + 1));
    expect(new Set(all).size).toBe(5000);
    expect(all.filter((letters) => /[IO]/.test(letters))).toEqual([]);
  });

  test('[NB2] what is no set-up number throws', () => {
    expect(() => setupLetters(0)).toThrow(RangeError);
    expect(() => setupLetters(1.5)).toThrow(RangeError);
  });

  test('[NB3] scene 56A set-up A and scene 56 set-up AA stay apart', () => {
    const labels = labelShots(shotsIn('56A', '56A', ...Array<string>(26).fill('56')));
    expect(labels.get('s1')).toEqual({ scene: '56A', setup: 'A' });
    expect(labels.get('s27')).toEqual({ scene: '56', setup: 'AA' });
  });

  test('[NB3] a shot without a place has no label and takes no letter', () => {
    const labels = labelShots(shotsIn('3', null, '3'));
    expect([labels.get('s1'), labels.get('s2')]).toEqual([undefined, { scene: '3', setup: 'A' }]);
  });
});
