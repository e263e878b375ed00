import type { CommentView } from '@tramline/wire';
import { splitMentions } from './mention.ts';

/** The words of a comment, its mentions marked. */
export function CommentWords({ comment }: { readonly comment: CommentView }) {
  return (
    <p className="comment-words">
      {splitMentions(comment.body, comment.mentions).map(({ text, person }, at) => (
        // Parts have no identity of their own; they are made anew with the words.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={at} className={person ? 'mention' : undefined}>
          {text}
        </span>
      ))}
    </p>
  );
}
