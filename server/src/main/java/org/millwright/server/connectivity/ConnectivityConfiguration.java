// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MqttSettings.class)
class ConnectivityConfiguration {}
