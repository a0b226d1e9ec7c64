package org.suanwang.scheduling.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.cluster.CatalogVersion;
import org.suanwang.scheduling.cluster.DeviceTemplate;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.DeviceTypeSnapshot;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.cluster.Price;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.experiment.ExperimentSpec;
import org.suanwang.scheduling.experiment.KeptUse;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.experiment.SimulationSpec;
import org.suanwang.scheduling.experiment.UsedRate;
import org.suanwang.scheduling.inference.ClassResult;
import org.suanwang.scheduling.inference.FluidResult;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.PerformanceCurve;
import org.suanwang.scheduling.inference.Replica;
import org.suanwang.scheduling.inference.ReplicaPerformance;
import org.suanwang.scheduling.inference.ReplicaPlace;
import org.suanwang.scheduling.inference.RequestClass;
import org.suanwang.scheduling.inference.RequestRate;
import org.suanwang.scheduling.inference.ScalingRule;
import org.suanwang.scheduling.inference.ServicePoint;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.inference.TokenLengths;
import org.suanwang.scheduling.metrics.Deadlines;
import org.suanwang.scheduling.metrics.DeviceOrigins;
import org.suanwang.scheduling.metrics.Distribution;
import org.suanwang.scheduling.metrics.Energy;
import org.suanwang.scheduling.metrics.EnergyUse;
import org.suanwang.scheduling.metrics.Fragment;
import org.suanwang.scheduling.metrics.HubEnergy;
import org.suanwang.scheduling.metrics.NetworkUse;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.ServiceResult;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.metrics.Usage;
import org.suanwang.scheduling.metrics.WaitByReason;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.LinkPrice;
import org.suanwang.scheduling.outage.Level;
import org.suanwang.scheduling.outage.Maintenance;
import org.suanwang.scheduling.outage.OutageRule;
import org.suanwang.scheduling.outage.Reliability;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.queue.QueueQuota;
import org.suanwang.scheduling.queue.QueueRule;
import org.suanwang.scheduling.queue.QueueSetting;
import org.suanwang.scheduling.settlement.CommissionTier;
import org.suanwang.scheduling.settlement.Settlement;
import org.suanwang.scheduling.settlement.SettlementRule;
import org.suanwang.scheduling.throughput.ClassProfile;
import org.suanwang.scheduling.throughput.EfficiencyFactor;
import org.suanwang.scheduling.throughput.LevelFactor;
import org.suanwang.scheduling.throughput.PortingFactor;
import org.suanwang.scheduling.throughput.Rate;
import org.suanwang.scheduling.throughput.SharingRow;
import org.suanwang.scheduling.throughput.ThroughputRow;
import org.suanwang.scheduling.throughput.ThroughputRule;
import org.suanwang.scheduling.workload.CheckpointRule;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Precision;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.WorkUnit;

/** Core records as JSON text and back. */
@ApplicationScoped
@RegisterForReflection(
    targets = {
      BackgroundDocument.class,
      BackgroundDocument.LikenessDocument.class,
      Bounds.class,
      CatalogVersion.class,
      CheckpointRule.class,
      CheckpointRule.OfClass.class,
      Deadlines.class,
      Deferral.class,
      ClassResult.class,
      ClassProfile.class,
      DeviceOrigins.class,
      DeviceOrigins.OfCountry.class,
      DeviceTemplate.class,
      DeviceType.class,
      DeviceType.Source.class,
      DeviceTypeSnapshot.class,
      Distribution.class,
      EfficiencyFactor.class,
      Energy.class,
      EnergyTerms.class,
      EnergyUse.class,
      EstimateRule.class,
      ExperimentSpec.class,
      Fleet.class,
      FluidResult.class,
      Fragment.class,
      Fragment.Level.class,
      Hub.class,
      HubEnergy.class,
      InferenceService.class,
      LatencyBound.class,
      Level.class,
      LinkPrice.class,
      Link.class,
      KeptUse.class,
      LevelFactor.class,
      Maintenance.class,
      NetworkUse.class,
      NetworkUse.LinkUse.class,
      Objectives.class,
      OutageRule.class,
      PerformanceCurve.class,
      PerformanceCurve.Point.class,
      Reliability.class,
      PolicyVariant.class,
      FilterChoice.class,
      Pool.class,
      PortingFactor.class,
      Precision.class,
      Price.class,
      QueueQuota.class,
      QueueRule.class,
      QueueSetting.class,
      Rate.class,
      Rate.Basis.class,
      Replica.class,
      ReplicaPerformance.class,
      ReplicaPlace.class,
      RequestClass.class,
      RequestRate.class,
      RequestRate.Step.class,
      Reservation.class,
      ReservationRule.class,
      RunMetrics.class,
      ScalingRule.class,
      ServicePoint.class,
      ServiceResult.class,
      ServicesDocument.class,
      CommissionTier.class,
      Settlement.class,
      Settlement.Balance.class,
      SettlementRule.class,
      SharingRow.class,
      SimulationResult.class,
      SimulationSpec.class,
      StepClock.class,
      Tariff.class,
      ThroughputRow.class,
      ThroughputRule.class,
      TieRule.class,
      TimeSeries.class,
      TimeSeries.Point.class,
      TokenLengths.class,
      TopologyLevel.class,
      Usage.class,
      UsedRate.class,
      WaitByReason.class,
      WaitReason.class,
      WorkUnit.class
    })
class Documents {
  private final ObjectMapper mapper;

  Documents(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String render(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + value.getClass(), e);
    }
  }

  <T> T load(String document, Class<T> type) {
    try {
      return mapper.readValue(document, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the kept " + type.getSimpleName() + " is unreadable", e);
    }
  }
}
