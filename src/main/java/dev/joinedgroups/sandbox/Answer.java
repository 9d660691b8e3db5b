package dev.joinedgroups.sandbox;

/** An answer and how it is to reach the client. */
record Answer(Response response, Delivery delivery) {}
