/** The element within the templates of frameworks and site builders, as text to paste. */
import type { Panel } from '../../projections/panel.ts';
import type { Words } from '../../projections/words/words.ts';
import { element, elementAttributes, fallbackTable, type SnippetOptions } from './element-markup.ts';
import { literal } from './markup.ts';

export type FrameworkId = 'react' | 'next' | 'vue' | 'svelte' | 'hugo' | 'eleventy';

/** What a template needs: the whole element, or its parts, where a builder puts them together. */
interface ElementParts {
  element: string;
  attributes: string;
  table: string;
  script: string;
}

export function frameworkSnippets(
  panel: Panel,
  options: SnippetOptions,
  words: Words['snippets'],
): { id: FrameworkId; code: string }[] {
  const parts: ElementParts = {
    element: element(panel, options, words),
    attributes: elementAttributes(options),
    table: fallbackTable(panel, options, words),
    script: `${options.origin}/embed.js`,
  };
  return [
    { id: 'react', code: react(parts) },
    { id: 'next', code: next(parts) },
    { id: 'vue', code: vue(parts) },
    { id: 'svelte', code: svelte(parts) },
    { id: 'hugo', code: hugo(parts) },
    { id: 'eleventy', code: eleventy(parts) },
  ];
}

/** Loads the script once for all of a site's pages. */
const loading = (script: string): string =>
  `if (!customElements.get('by-source')) document.head.append(Object.assign(document.createElement('script'), { async: true, src: ${literal(script)} }));`;

const react = ({ element, script }: ElementParts): string => `import { useEffect } from 'react';

export function BySource() {
  useEffect(() => {
    ${loading(script)}
  }, []);
  return (
${element}
  );
}`;

const next = ({ element, script }: ElementParts): string => `import Script from 'next/script';

export function BySource() {
  return (
<>
${element}
<Script src=${literal(script)} />
</>
  );
}`;

/** Left as it is by the compiler (v-pre), which would take the element for a component of the site's own. */
const vue = ({ element, script }: ElementParts): string => `<script setup>
import { onMounted } from 'vue';

onMounted(() => {
  ${loading(script)}
});
</script>

<template>
${element.replace('<by-source', '<by-source v-pre')}
</template>`;

const svelte = ({ element, script }: ElementParts): string => `<svelte:head>
<script async src="${script}"></script>
</svelte:head>

${element}`;

const hugo = ({
  attributes,
  table,
  script,
}: ElementParts): string => `{{/* layouts/shortcodes/by-source.html */}}
<div><by-source{{ range $name, $value := .Params }} {{ printf "%s=%q" $name $value | safeHTMLAttr }}{{ end }}>{{ .Inner }}</by-source>
<script async src="${script}"></script></div>

{{/* content/post.md */}}
{{< by-source${attributes} >}}
${table}
{{< /by-source >}}`;

const eleventy = ({ attributes, table, script }: ElementParts): string => `// eleventy.config.js
export default function (eleventyConfig) {
  eleventyConfig.addPairedShortcode(
    'bySource',
    (table, attributes) =>
      \`<div><by-source \${attributes}>\${table.trim()}</by-source>\\n<script async src="${script}"></script></div>\`,
  );
}

{# post.md #}
{% bySource '${attributes.trim()}' %}
${table}
{% endbySource %}`;
