import { useLocale } from 'next-intl';
import type { CSSProperties } from 'react';
import type { Locale } from '../../i18n/locale.ts';
import { joinClasses } from '../../ui/joinClasses.ts';
import { lineColour, ShotLabel } from '../../ui/ShotLabel.tsx';
import { StateGlyph } from '../../ui/StateGlyph.tsx';
import { POSTERS, type PosterElement, type PosterLine, type PosterWords } from './posterPage.ts';

const vars = (values: Record<string, string | number>) => values as CSSProperties;
const unitsPerRow = 20;

function linePaths({ rows, goesOn, wave, zigzag }: PosterLine): { line: string; zigzag?: string } {
  const end = rows * unitsPerRow;
  const caps = `M2.5 0H9.5${goesOn ? '' : `M2.5 ${end}H9.5`}`;
  if (wave !== undefined) {
    const at = wave * unitsPerRow;
    return { line: `M6 0V${at}M6 ${at + 40}V${end}${caps}M6 ${at}q5 5 0 10q-5 5 0 10q5 5 0 10q-5 5 0 10` };
  }
  if (zigzag !== undefined) {
    const at = zigzag * unitsPerRow;
    return {
      line: `M6 0V${at + 2}M6 ${at + 18}V${end}${caps}`,
      zigzag: `M6 ${at + 2}L1 ${at + 7.5}L11 ${at + 12.5}L6 ${at + 18}`,
    };
  }
  return { line: `M6 0V${end}${caps}` };
}

function Line({ line }: { line: PosterLine }) {
  const paths = linePaths(line);
  return (
    <span
      className={joinClasses('tram', line.isSelected && 'sel', line.state)}
      style={vars({ '--lane-n': line.lane, '--from': line.from, '--n': line.rows, '--line': lineColour(line.hue) })}
    >
      <span className="tl">
        <ShotLabel label={line.label} hue={line.hue} look={line.state === 'none' ? 'hollow' : 'filled'} />
      </span>
      <svg className="tv" viewBox={`0 0 12 ${line.rows * unitsPerRow}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={paths.line} />
        {paths.zigzag && <path className="zz" d={paths.zigzag} />}
      </svg>
      <span className="tg">
        {line.goesOn ? (
          <svg
            className="go"
            width={9}
            height={6}
            fill="none"
            stroke="currentColor"
            strokeWidth={1.5}
            aria-hidden="true"
          >
            <path d="M1 1l3.5 3.5L8 1" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        ) : (
          <StateGlyph state={line.state} size={11} />
        )}
      </span>
    </span>
  );
}

const WORD_CLASS = { washed: 'washed', changed: 'washed chg', selected: 'psel', speaker: 'speaker' } as const;

function Words({ words }: { words: PosterWords }) {
  return (
    <>
      <span
        className={words.look && WORD_CLASS[words.look]}
        style={words.look === 'selected' ? vars({ '--who': 'var(--who-4)' }) : undefined}
      >
        {words.text}
      </span>
      {words.caret && (
        <span
          className={joinClasses('caret', words.caret.isIdle && 'idle')}
          style={vars({ '--who': `var(--who-${words.caret.who})` })}
          data-name={words.caret.name}
        />
      )}
    </>
  );
}

function Element({ element }: { element: PosterElement }) {
  return (
    <p className={joinClasses('el', element.type)} style={vars({ marginTop: `calc(${element.gap} * var(--row))` })}>
      {element.number && <span className="sn l">{element.number}</span>}
      {element.words.map((words, at) => (
        // The poster never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Words key={at} words={words} />
      ))}
      {element.number && <span className="sn r">{element.number}</span>}
    </p>
  );
}

/** A page of the demo with its tramlines, only to look at; in Chinese as a Chinese page. */
export function Poster() {
  const locale = useLocale() as Locale;
  const poster = POSTERS[locale];
  return (
    <div className="sir" inert aria-hidden="true">
      <div className={joinClasses('tilt', locale)}>
        <div className={joinClasses('paper', locale)} style={vars({ '--line': lineColour('teal') })}>
          <span className="pn">{poster.number}</span>
          <div style={vars({ height: `calc(${poster.rowsAbove} * var(--row))` })} />
          {poster.page.map((element, at) => (
            // The poster never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Element key={at} element={element} />
          ))}
          {poster.lines.map((line) => (
            <Line key={line.label} line={line} />
          ))}
        </div>
      </div>
    </div>
  );
}
