/** Remembers an answer with the line that it is about: every pass over a text asks the same of each line. */

/** `read` with its answers kept, for as long as the line lives. Lines must not be mutated. */
export function perLine<Line extends object, Answer>(read: (line: Line) => Answer): (line: Line) => Answer {
  const answers = new WeakMap<Line, { readonly answer: Answer }>();
  return (line) => {
    const known = answers.get(line);
    if (known) return known.answer;
    const answer = read(line);
    answers.set(line, { answer });
    return answer;
  };
}
