import { NothingHere } from '../features/shell/NothingHere.tsx';

/** 404 */
export default function NotFound() {
  return (
    <main className="scroll home alone-page">
      <NothingHere />
    </main>
  );
}
