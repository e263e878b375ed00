'use client';
import { ChevronDown, Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from 'react';
import { joinClasses } from './joinClasses.ts';

interface Labelled {
  readonly label: ReactNode;
  /** Keeps the label for assistive technology only. */
  readonly hideLabel?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong with the value, in words; it turns the border red and is announced. */
  readonly wrong?: ReactNode;
}

interface ShellProps extends Labelled {
  readonly id: string;
  readonly children: ReactNode;
}

function FieldShell({ id, label, hideLabel, hint, wrong, children }: ShellProps) {
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'sr' : undefined}>
        {label}
      </label>
      {children}
      {wrong ? (
        <small id={`${id}-note`} className="bad" role="alert">
          {wrong}
        </small>
      ) : (
        hint && <small id={`${id}-note`}>{hint}</small>
      )}
    </div>
  );
}

const described = (id: string, { hint, wrong }: Labelled) => ({
  'aria-invalid': wrong ? (true as const) : undefined,
  'aria-describedby': hint || wrong ? `${id}-note` : undefined,
});

export interface FieldProps extends Labelled, Omit<InputHTMLAttributes<HTMLInputElement>, 'children'> {
  /** Before the words, such as a search icon. */
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label. A password can be shown. */
export function Field({
  label,
  hideLabel,
  hint,
  wrong,
  icon,
  className,
  type = 'text',
  id: given,
  ...rest
}: FieldProps) {
  const made = useId();
  const id = given ?? made;
  const t = useTranslations('ui');
  const [shown, setShown] = useState(false);
  const isSecret = type === 'password';
  return (
    <FieldShell id={id} label={label} hideLabel={hideLabel} hint={hint} wrong={wrong}>
      <span className={joinClasses('fld', wrong ? 'wrong' : '', rest.readOnly && 'readonly', className)}>
        {icon}
        <input {...rest} {...described(id, { label, hint, wrong })} id={id} type={isSecret && shown ? 'text' : type} />
        {isSecret && (
          <button
            type="button"
            className="ib s"
            aria-label={t(shown ? 'hidePassword' : 'showPassword')}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff size={14} /> : <Eye size={14} />}
          </button>
        )}
      </span>
    </FieldShell>
  );
}

export interface TextAreaProps extends Labelled, TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text with a label; it grows with its words. */
export function TextArea({ label, hideLabel, hint, wrong, className, id: given, rows = 3, ...rest }: TextAreaProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <FieldShell id={id} label={label} hideLabel={hideLabel} hint={hint} wrong={wrong}>
      <span className={joinClasses('fld area', wrong ? 'wrong' : '', className)}>
        <textarea {...rest} {...described(id, { label, hint, wrong })} id={id} rows={rows} />
      </span>
    </FieldShell>
  );
}

export interface SelectProps<V extends string>
  extends Labelled,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onPick: (value: V) => void;
  /** 28 px high, for rows and bars. */
  readonly small?: boolean;
}

/** A choice of one from a short list, by the platform's own picker. */
export function Select<V extends string>({
  label,
  hideLabel,
  hint,
  wrong,
  options,
  onPick,
  small,
  className,
  id: given,
  ...rest
}: SelectProps<V>) {
  const made = useId();
  const id = given ?? made;
  return (
    <FieldShell id={id} label={label} hideLabel={hideLabel} hint={hint} wrong={wrong}>
      <span
        className={joinClasses('fld pick', small && 'sm', wrong ? 'wrong' : '', rest.disabled && 'readonly', className)}
      >
        <select
          {...rest}
          {...described(id, { label, hint, wrong })}
          id={id}
          onChange={(event) => onPick(event.target.value as V)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className="i" size={14} aria-hidden="true" />
      </span>
    </FieldShell>
  );
}
