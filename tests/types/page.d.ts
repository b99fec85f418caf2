// What the scripts of the page leave for the app and for each other.

interface Window {
  /** Shows the page light or dark, whatever the phone has; anything else is as the phone has it. */
  asharTheme(theme: string | undefined): void;
  /** The browser's offer to put the app on the home screen. */
  asharInstall?: Event;
  /** Says that the app cannot start. */
  asharFail(): void;
  /** Whether the script that starts the app has run. */
  asharBegun?: boolean;
}

interface CSSRule {
  /** The condition of a rule that has one. */
  media?: MediaList;
  /** The condition as it is written in the style sheet. */
  asharOwn?: string;
}
