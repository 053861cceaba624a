/** Comments under a topic. */
export const comments = {
  /** In the place of what its author removed. */
  gone: 'Removed by its author.',
};
