/** Sign-in of operators by the provider's own OpenID Connect server. */
@NullMarked
package io.attune.access.oidc;

import org.jspecify.annotations.NullMarked;
