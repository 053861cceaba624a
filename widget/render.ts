/**
 * Draws the views, which are Preact's components on the server, straight into elements. They hold no state and are
 * drawn anew as a whole, so all that a library would add is left out: two thirds of the script's bytes.
 * No markup is ever parsed, which the strictest policies of host pages would refuse.
 */
type Child = Node | string | number | boolean | null | undefined | Child[];

const SHAPES = ['svg', 'text', 'path'];

export const Fragment = ({ children }: { children: Child[] }): Child[] => children;

/** An element of a view, or what a component makes of its properties; only own ones, whatever a page adds to all objects. */
export function h(
  type: string | ((props: object) => Child),
  props: object | null,
  ...children: Child[]
): Child {
  if (typeof type !== 'string') return type({ ...props, children });
  const element = SHAPES.includes(type)
    ? document.createElementNS('http://www.w3.org/2000/svg', type)
    : document.createElement(type);
  if (props)
    for (const name of Object.keys(props)) element.setAttribute(name, props[name as keyof typeof props]);
  put(element, children);
  return element;
}

function put(element: Element, child: Child): void {
  if (Array.isArray(child)) for (const each of child) put(element, each);
  // Not `append`: it makes a list of its arguments first, which a page of ten widgets feels.
  else if (child || child === 0)
    element.appendChild(typeof child === 'object' ? child : document.createTextNode(`${child}`));
}
