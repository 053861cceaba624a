/** What the desk asks for about other sites whose comments are counted: each thread, and why it is not. */

export interface DeskSite {
  origin: string;
  kind: string;
  stale: boolean;
  threads: readonly {
    thread: string;
    topic: string;
    /** When its last count was taken; null before the first. */
    countedAt: string | null;
    /** When it is pulled next; null where its site sends its counts itself. */
    due: string | null;
    /** Why the last pull gave no count, "no-thread: status 404"; null where it did. */
    error: string | null;
    errorAt: string | null;
  }[];
}

export interface SiteDesk {
  sites(): Promise<readonly DeskSite[]>;
}
