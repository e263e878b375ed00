export type {
  Alternates,
  ElementSetting,
  FdxDocument,
  FdxViews,
  LockedPage,
  MoresAndContinueds,
  PageLayout,
  RevisionSet,
  SceneProperties,
  ScriptNote,
  SmartType,
  TagCategory,
  TagDefinition,
} from './fdxDocument.ts';
export { type FdxRefusal, type ReadFdx, readFdx } from './readFdx.ts';
export { writeFdx } from './writeFdx.ts';
export { encodeXml, type XmlEncoding } from './xml/decodeXml.ts';
