/** What JSX becomes in the build for browsers: elements at once, since what a widget draws never changes in place. */
export { Fragment as jsxFragment, h as jsxElement } from './render.ts';
