/** The few bytes of Preact's JSX runtime that our components need: children stand in the props. */
import { type ComponentType, Fragment, h } from 'preact';

type Props = Record<string, unknown>;
const jsx = (type: string | ComponentType<Props>, props: Props) => h(type as ComponentType<Props>, props);

export { Fragment, jsx, jsx as jsxs };
