/** The door to the peers: what stands here is resolved from this folder, so that the peers use their own packages throughout. */
export { Editor, Mark, Node } from '@tiptap/core';
export { default as Collaboration } from '@tiptap/extension-collaboration';
export { default as Document } from '@tiptap/extension-document';
export { default as Text } from '@tiptap/extension-text';
export { joinBackward, splitBlock } from '@tiptap/pm/commands';
export { TextSelection } from '@tiptap/pm/state';
export * as tiptap from '@tiptap/y-tiptap';
export * as Y from 'yjs';
