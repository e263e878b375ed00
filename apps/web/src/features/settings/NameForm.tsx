'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { askApi } from '../shell/askApi.ts';
import { useFailureWords } from '../shell/FailureState.tsx';
import { useMe } from '../shell/me.tsx';

/** One's own name, as everybody sees it. */
export function NameForm() {
  const t = useTranslations('settings');
  const me = useMe();
  const router = useRouter();
  const toast = useToast();
  const words = useFailureWords();
  const [name, setName] = useState(me.name);
  const wanted = name.trim();
  const rename = useMutation({
    mutationFn: () => askApi<void>('PATCH', '/api/me', { name: wanted }),
    onError: (error) => toast({ title: t('notDone'), words: words(error), kind: 'wrong' }),
    onSuccess: () => {
      toast({ title: t('renamed') });
      router.refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate();
  };
  return (
    <form className="set-form" onSubmit={submit}>
      <Field
        label={t('myName')}
        required
        maxLength={200}
        value={name}
        hint={t('myNameWords')}
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" size="large" busy={rename.isPending} disabled={wanted === '' || wanted === me.name}>
        {t('rename')}
      </Button>
    </form>
  );
}
