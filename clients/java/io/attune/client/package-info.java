/** A small client for apps: REST and server-sent events over the JDK's own HTTP client, and nothing else. */
package io.attune.client;
