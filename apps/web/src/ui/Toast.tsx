'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Toast as Radix } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { joinClasses } from './joinClasses.ts';
import { StateGlyph } from './StateGlyph.tsx';

/** What a toast says. `wrong` stays longer and is announced at once. */
export interface ToastMessage {
  readonly title: string;
  readonly words?: ReactNode;
  readonly kind?: 'done' | 'wrong';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => {});

/** Shows a toast: `const toast = useToast(); toast({ title })`. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

const doneMs = 5_000;
const wrongMs = 12_000;

/** Around the app once. Toasts stand at the lower right, over nothing that is being read; F8 goes to them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  const [shown, setShown] = useState<readonly (ToastMessage & { id: number })[]>([]);
  const next = useRef(0);
  const show = useCallback((message: ToastMessage) => {
    next.current += 1;
    const id = next.current;
    setShown((before) => [...before.slice(-2), { ...message, id }]);
  }, []);
  const remove = (id: number) => setShown((before) => before.filter((toast) => toast.id !== id));
  return (
    <ToastContext.Provider value={show}>
      <Radix.Provider label={t('notification')} swipeDirection="right">
        {children}
        {shown.map(({ id, title, words, kind = 'done', action }) => (
          <Radix.Root
            key={id}
            className="toast"
            type={kind === 'wrong' ? 'foreground' : 'background'}
            duration={kind === 'wrong' ? wrongMs : doneMs}
            onOpenChange={(open) => open || remove(id)}
          >
            <StateGlyph state={kind === 'wrong' ? 'changes' : 'approved'} size={14} />
            <div className="grow">
              <Radix.Title className={joinClasses('toast-title', kind === 'wrong' && 'bad')}>{title}</Radix.Title>
              {words && <Radix.Description className="sec">{words}</Radix.Description>}
            </div>
            {action && (
              <Radix.Action altText={action.label} className="btn sm" onClick={action.run}>
                {action.label}
              </Radix.Action>
            )}
            <Radix.Close className="ib s" aria-label={t('close')}>
              <X size={14} aria-hidden="true" />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className="toasts" label={t('notifications', { hotkey: '{hotkey}' })} />
      </Radix.Provider>
    </ToastContext.Provider>
  );
}
