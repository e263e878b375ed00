export * from './shotField.ts';
