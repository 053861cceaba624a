/**
 * Draws the views, which are Preact's components on the server, straight into elements. They hold no state and are
 * drawn anew as a whole, so all that a library would add is left out: two thirds of the script's bytes.
 * No markup is ever parsed, which the strictest policies of host pages would refuse.
 */
type Child = Node | string | number | boolean | null | undefined | Child[];

const DRAWN_AS = 'http://www.w3.org/';
const SHAPES = ['svg', 'text', 'path'];

export const Fragment = ({ children }: { children: Child[] }): Child[] => children;

/** An element of a view, or what a component makes of its properties; only own ones, whatever a page adds to all objects. */
export function h(
  type: string | ((props: object) => Child),
  props: object | null,
  ...children: Child[]
): Child {
  if (typeof type !== 'string') return type({ ...props, children });
  const element = document.createElementNS(
    DRAWN_AS + (SHAPES.includes(type) ? '2000/svg' : '1999/xhtml'),
    type,
  );
  for (const [name, value] of Object.entries(props ?? {})) element.setAttribute(name, value);
  element.append(...(children.flat(9).filter((child) => child || child === 0) as Node[]));
  return element;
}
