// Shows Ashar in a page of another site:
//
//   <script src="https://your.site/ashar/embed.js" async></script>
//   <ashar-embed view="check"><a href="https://your.site/ashar/#/check">Are we ready to work together?</a></ashar-embed>
//
// Of the attributes it makes a frame, and keeps that as high as what is in it. It asks no server for anything else, and
// touches nothing of the page but its own element. What can be set and heard stands in README.md, part "Embed".
(() => {
  'use strict';
  const NAME = 'ashar-embed';
  const VERSION = 1;
  // The page may well have the line that loads this twice.
  if (!window.customElements || customElements.get(NAME)) return;
  // Where this very file came from. A module is not told, nor is what an optimiser runs; then it is one of those of this name,
  // which are not all ours.
  const current = /** @type {HTMLScriptElement} */ (document.currentScript);
  const isNamed = ({ src }) => /^[^?#]*\/embed\.js([?#]|$)/.test(src);
  const named = current && isNamed(current) ? [current] : [...document.scripts].filter(isNamed);
  const scripts = named.length || !current ? named : [current];
  const folders = [...new Set(scripts.filter(({ src }) => src).map(({ src }) => new URL('./', src).href))];

  const VIEWS = new Map([
    ['browse', ['#/', 'Cases of working together']],
    ['search', ['#/', 'Search in cases of working together']],
    ['case', ['#/cases/', 'A case of working together']],
    ['check', ['#/check', 'Are we ready to work together?']],
    ['glossary', ['#/glossary', 'Local words']],
  ]);
  const FACETS = ['oblast', 'topic', 'instrument', 'partner', 'funder', 'beneficiary', 'obstacle'];
  const ATTRIBUTES = [
    'view',
    'case',
    'query',
    'lang',
    'theme',
    'accent',
    'height',
    'title',
    'loading',
    'sandbox',
    'src',
    ...FACETS,
  ];

  const value = (element, name) => (element.getAttribute(name) || '').trim();
  const theme = (element) => (/^(light|dark)$/.exec(value(element, 'theme')) || ['auto'])[0];
  const view = (element) => VIEWS.get(value(element, 'view')) || VIEWS.get('browse');
  /** The height in pixels that the page has settled; 0 where the frame grows with what is in it. */
  const fixed = (element) => Number((/^(\d+)(?:px)?$/.exec(value(element, 'height')) || [])[1] || 0);

  /** The folder that the script came from. Of several it is the one that the link between the tags leads to. */
  function folder(element) {
    const links = [...element.querySelectorAll('a')].map(({ href }) => href);
    const known = folders.filter((folder) => folders.length === 1 || links.some((link) => link.startsWith(folder)));
    return known.sort((a, b) => b.length - a.length)[0];
  }

  /** The folder of the app. Throws where there is none. */
  function home(element) {
    const given = value(element, 'src');
    const url = given ? new URL(given, document.baseURI) : new URL(folder(element));
    // Whoever may write attributes must not thereby run scripts.
    if (!/^(https?|file):$/.test(url.protocol)) throw new TypeError(url.protocol);
    url.pathname = url.pathname.replace(/[^/]*\.html?$/, '').replace(/\/*$/, '/');
    url.search = url.hash = '';
    return url;
  }

  /** The address of the frame in this theme. */
  function address(element, shade) {
    const settings = [];
    const parameters = [];
    const add = (list, name, ...values) => {
      const filled = values.map((one) => one.trim()).filter(Boolean);
      if (filled.length) list.push(`${name}=${filled.map(encodeURIComponent).join(',')}`);
    };
    if (shade !== 'auto') add(settings, 'theme', shade);
    add(settings, 'accent', value(element, 'accent').replace('#', ''));
    if (!fixed(element)) add(settings, 'height', 'auto');
    // The frame cannot know who may speak to it: what is around it may withhold the referrer.
    add(settings, 'host', self.origin);
    const shown = view(element);
    let [path] = shown;
    if (shown === VIEWS.get('case')) {
      const slug = value(element, 'case');
      path = slug ? path + encodeURIComponent(slug) : '#/';
    }
    if (shown === VIEWS.get('search')) add(parameters, 'q', value(element, 'query'));
    if (path === '#/') FACETS.forEach((name) => add(parameters, name, ...value(element, name).split(',')));
    add(parameters, 'lang', value(element, 'lang'));
    return `${home(element)}?${settings.join('&')}${path}${parameters.length ? '?' : ''}${parameters.join('&')}`;
  }

  // What is shown at present, by its element. The elements themselves hold nothing: React would take a field of theirs for
  // something to set.
  const embeds = new Map();

  class Embed {
    constructor(element) {
      this.element = element;
      this.hidden = new Map();
      this.height = 600;
      // A script writes attributes one by one; the frame waits for the last of them.
      this.change = () => {
        if (!this.changing) Promise.resolve().then(() => this.draw());
        this.changing = true;
      };
      this.change();
    }

    draw() {
      const { element } = this;
      this.changing = false;
      if (embeds.get(element) !== this) return;
      let source = '';
      let origin;
      try {
        source = address(element, theme(element));
        origin = home(element).origin;
      } catch (_error) {
        // No address, no frame: what the page has written between the tags stays.
      }
      const sandbox = element.getAttribute('sandbox');
      const loading = value(element, 'loading') === 'eager' ? 'eager' : 'lazy';
      // All that a frame cannot take on while it is open.
      const key = source && [address(element, 'auto'), sandbox].join(' ');
      if (key !== this.key) {
        this.clear();
        this.key = key;
        if (source) this.load({ source, sandbox, loading });
      }
      const { frame } = this;
      if (!frame) return;
      // Without `allow-same-origin` a frame is of no origin.
      this.origin = sandbox === null || /(^|\s)allow-same-origin(\s|$)/i.test(sandbox) ? origin : 'null';
      frame.title = value(element, 'title') || view(element)[1];
      this.size(fixed(element) || this.height);
      this.tint();
    }

    /** Puts a new frame there. The old one going elsewhere would be a step for the "back" of the page. */
    load({ source, sandbox, loading }) {
      const frame = document.createElement('iframe');
      this.frame = frame;
      const set = (name, text) => frame.setAttribute(name, text);
      set('loading', loading);
      set('referrerpolicy', 'no-referrer');
      if (sandbox !== null) set('sandbox', sandbox);
      // Themes of sites have rules for every frame.
      Object.entries({ display: 'block', width: '100%', border: '0' }).forEach(([name, text]) =>
        frame.style.setProperty(name, text, 'important'),
      );
      frame.src = source;
      this.begun = theme(this.element);
      // Where a page was made from a copy of one like it, the copy of a frame came along.
      this.element.querySelectorAll('iframe').forEach((old) => old.src === frame.src && old.remove());
      this.element.prepend(frame);
      // In a closed tab of the page nothing has a height; once that opens, the frame is asked for it.
      if (window.ResizeObserver) {
        this.watch = new ResizeObserver(() => {
          if (!this.missed || !frame.offsetWidth) return;
          this.missed = false;
          this.tell('hello');
        });
        this.watch.observe(frame);
      }
    }

    /** Takes the frame away. */
    clear() {
      if (this.watch) this.watch.disconnect();
      if (this.frame) this.frame.remove();
      this.frame = this.key = this.told = undefined;
      this.ready = this.missed = false;
      this.hidden.forEach((before, node) => {
        if (node.style) node.style.display = before;
        else node.data = before;
      });
      this.hidden.clear();
    }

    size(height) {
      const text = `${height}px`;
      const { style } = this.frame;
      if (style.height !== text) style.setProperty('height', text, 'important');
    }

    tell(kind, more) {
      const page = this.frame.contentWindow;
      // Before it is ready nobody would hear it.
      if (this.ready && page)
        page.postMessage(
          { type: `ashar:${kind}`, version: VERSION, ...more },
          this.origin === 'null' ? '*' : this.origin,
        );
    }

    /** Tells the frame the theme if it has another one. */
    tint() {
      const wanted = theme(this.element);
      if (!this.ready || wanted === this.theme) return;
      this.theme = wanted;
      this.tell('theme', { theme: wanted });
    }

    announce(kind, detail) {
      this.element.dispatchEvent(new CustomEvent(`ashar:${kind}`, { bubbles: true, detail }));
    }

    hear({ origin, data }) {
      if (
        origin !== this.origin ||
        !data ||
        Object.getPrototypeOf(data) !== Object.prototype ||
        data.version !== VERSION
      )
        return;
      const { type, height, top } = data;
      if (type === 'ashar:ready') {
        const first = !this.ready;
        this.ready = true;
        // It may have loaded itself anew, and is then as it was at first.
        this.theme = this.begun;
        this.tint();
        this.cover();
        if (first) this.announce('ready');
      } else if (type === 'ashar:height' && Number.isFinite(height)) {
        if (!this.frame.offsetWidth) {
          this.missed = true;
          return;
        }
        const whole = Math.min(Math.max(Math.ceil(height), 120), 60000);
        if (whole === this.told) return;
        this.told = whole;
        if (!fixed(this.element)) {
          this.height = whole;
          this.size(whole);
        }
        this.announce('height', { height: whole });
      } else if (type === 'ashar:scroll' && Number.isFinite(top)) {
        if (!fixed(this.element)) this.scroll(top);
      } else if (type === 'ashar:check-completed') {
        this.announce('check-completed');
      }
    }

    /** Hides what stands there for those who see no frame. */
    cover() {
      this.element.childNodes.forEach((node) => {
        if (node === this.frame || this.hidden.has(node)) return;
        if (node.style) {
          this.hidden.set(node, node.style.display);
          node.style.setProperty('display', 'none', 'important');
        } else if (node.nodeType === 3) {
          this.hidden.set(node, node.data);
          node.data = '';
        }
      });
    }

    /** Brings a place in the frame under what the page has at its head, unless it can be seen well already. */
    scroll(top) {
      const { frame } = this;
      const length = (element, name) => parseFloat(getComputedStyle(element)[name]) || 0;
      const margin = length(this.element, 'scrollMarginTop');
      const head = margin + length(document.documentElement, 'scrollPaddingTop');
      const { top: edge, height } = frame.getBoundingClientRect();
      const place = Math.min(Math.max(top, 0), height);
      if (edge + place >= head && edge + place <= innerHeight * 0.6) return;
      frame.style.scrollMarginTop = `${margin - place}px`;
      frame.scrollIntoView({
        block: 'start',
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth',
      });
    }
  }

  function hear(event) {
    // A script of the page can make up a message from nobody.
    if (!event.source) return;
    embeds.forEach((embed) => {
      if (embed.frame && embed.frame.contentWindow === event.source) embed.hear(event);
    });
  }

  customElements.define(
    NAME,
    class extends HTMLElement {
      static get observedAttributes() {
        return ATTRIBUTES;
      }

      connectedCallback() {
        if (!embeds.size) window.addEventListener('message', hear);
        embeds.set(this, new Embed(this));
      }

      disconnectedCallback() {
        embeds.get(this).clear();
        embeds.delete(this);
        if (!embeds.size) window.removeEventListener('message', hear);
      }

      // Where it moves without being taken out, the frame stays open.
      connectedMoveCallback() {}

      attributeChangedCallback() {
        const embed = embeds.get(this);
        if (embed) embed.change();
      }
    },
  );
})();
