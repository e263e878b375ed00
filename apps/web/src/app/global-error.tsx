'use client';

/** The last resort, when even the document around the pages broke: no messages, no styles of ours, both languages. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body style={{ font: '14px/20px system-ui, sans-serif', padding: 32 }}>
        <h1 style={{ fontSize: 20 }}>Tramline</h1>
        <p>This page broke. Words that were saved are safe. 页面出错了，已保存的内容不受影响。</p>
        <button type="button" onClick={reset}>
          Try again / 重试
        </button>
      </body>
    </html>
  );
}
