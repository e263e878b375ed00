'use client';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Keys } from '../../ui/Kbd.tsx';
import type { SceneView, ShotView } from '../workspace/model/workspaceModel.ts';
import { useModel, useRoom, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { NoShotDrawing } from './NoShotDrawing.tsx';
import { OrphanList } from './OrphanList.tsx';
import { ShotCard } from './ShotCard.tsx';
import { ShotRow } from './ShotRow.tsx';

const NONE: readonly ShotView[] = [];

/** The shots of one scene as rows, the selected one as a card below, and the shots whose words are gone. */
export function ShotsTab({ scene }: { readonly scene: SceneView | undefined }) {
  const t = useTranslations('panel');
  const { can, shotsRoom } = useWorkspace();
  const mayEdit = useRoom(shotsRoom, (room) => room.mode === 'edit') && can('shots.edit');
  const early = useModel(
    (model) => model.shots.filter(({ sceneId, place }) => sceneId === null && place.state === 'placed').length,
  );
  const shots = useModel((model) => scene?.shots ?? (early > 0 ? model.shots : NONE));
  const selectedId = useWorkspaceFocus((state) => state.selectedShotId);
  const selected = useModel((model) => (selectedId ? model.shotById.get(selectedId) : undefined));
  const isHere =
    selected &&
    (selected.place.state === 'orphaned' || selected.sceneId === (scene?.id ?? null) || selected.sceneId === null);
  return (
    <div className="shots-tab">
      {shots.length > 0 ? (
        <ul className="srows" aria-label={scene ? t('sceneShots', { number: scene.number }) : t('shots')}>
          {shots.map((shot) => (
            <ShotRow key={shot.id} shot={shot} isOn={shot.id === selectedId} mayEdit={mayEdit} />
          ))}
        </ul>
      ) : (
        <EmptyScene mayEdit={mayEdit} />
      )}
      <div className="scroll detail-scroll">
        {isHere && <ShotCard key={selected.id} shot={selected} mayEdit={mayEdit} />}
        <OrphanList mayEdit={mayEdit} />
      </div>
    </div>
  );
}

function EmptyScene({ mayEdit }: { readonly mayEdit: boolean }) {
  const t = useTranslations('shots');
  return (
    <EmptyState drawing={<NoShotDrawing />} title={t('emptyScene')} level="h3">
      {mayEdit ? t.rich('emptySceneHint', { keys: () => <Keys keys={['Alt', 'S']} /> }) : t('emptySceneRead')}
    </EmptyState>
  );
}
