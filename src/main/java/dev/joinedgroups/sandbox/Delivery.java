package dev.joinedgroups.sandbox;

/** How an answer reaches the client. */
enum Delivery {
  /** As it should. */
  WHOLE,
  /** Whole, some seconds late. */
  LATE,
  /** All headers and half the body, then the connection is closed. */
  CUT,
  /** Part of it, then a TCP reset. */
  RESET_INSIDE,
  /** None of it: a TCP reset. */
  RESET,
  /** None of it: the connection stays open until the client closes it. */
  NOTHING
}
