/** What JSX becomes in the widget's build: plain calls, which are shorter than those of Preact's JSX runtime. */
export { Fragment as jsxFragment, h as jsxElement } from 'preact';
