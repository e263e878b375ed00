'use client';
import { Broken } from '../features/shell/Broken.tsx';

/** A screen that broke: what it says is in `Broken`. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <Broken onRetry={reset} />;
}
