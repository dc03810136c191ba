import { expect, test } from '@jest/globals';
import { books } from '../../helpers/books.ts';
import { play } from '../../helpers/play.ts';
import { openWorld } from '../../helpers/world.ts';

test('J18, J1, J3, J4, DIG-56 · opened, set up and connected on WhatsApp; a stranger orders, pays, collects and rates', async () => {
  const world = await openWorld({ cast: false });
  await play(world, `
    # whatsapp Afi
    > Bonjour
    Bonjour, ici *Griot* : commandes, rendez-vous et paiements de vos ateliers et boutiques. Qui êtes-vous ?
    [Je suis client] — Commander, suivre, payer
    [J'ai un commerce] — Tailleur, salon, boutique…
    [Parrainer et gagner] — Vendre pour les autres
    [English] — Continue in English
    [Conditions et STOP] — Vos données, vos messages
    > [J'ai un commerce]
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    > Afi Kossou
    Ouvrons votre commerce : c'est gratuit et cela prend 2 minutes. Comment s'appelle-t-il ? Par exemple : Atelier Yawa.
    > Maison Kassa
    Quel est votre métier ? S'il y en a plusieurs, écrivez-les tous. Par exemple : couture, broderie.
    > couture
    Dans quelle ville, et quel quartier ? Par exemple : Cotonou, Akpakpa.
    > Cotonou, Akpakpa
    Quand travaillez-vous ? Les dates promises à vos clients en tiennent compte.
    [Lun-sam, 8h-18h]
    [Autres heures]
    > [Lun-sam, 8h-18h]
    Votre code client sera *KASSA*. C'est ce que vos clients écriront pour commander : *commander KASSA*. Il ne changera plus.
    [Prendre ce code]
    [Un autre code]
    > [Prendre ce code]
    Conditions pour les commerces : les données de vos clients ne servent qu'à leurs commandes et paiements. L'argent de vos clients va sur votre compte à vous, jamais chez Griot. Vos reçus ne remplacent pas une facture fiscale. Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Choisissez votre PIN : 4 à 6 chiffres, que vous seul connaissez. Il ouvre votre commerce sur tout téléphone et confirme ce qui touche à l'argent.
    > 7391
    Le même PIN, encore une fois ?
    > 7391
    *Maison Kassa* est ouvert 🎉 Votre code client : *KASSA*.
    Vos clients écrivent *commander KASSA* à ce numéro, touchent ce lien ou composent *384*22# :
    https://wa.me/2290190000000?text=commander%20KASSA
    Voici votre affiche à imprimer et à montrer. Il reste à fixer vos prix et à relier FedaPay pour être payé : *menu*, Plus, Réglages.
    [link: Ouvrir http://localhost:0/r/…]
    > menu
    *Maison Kassa* — bonjour Afi Kossou. Choisissez, ou écrivez *aide*.
    [À livrer (0)] — Aujourd'hui, retards, semaine
    [Marquer prêt] — Prévenir le client
    [Encaisser] — Espèces ou Mobile Money
    [Nouvelle commande] — Client, habit, prix, date
    [Plus]
    > [Plus]
    Autres services
    [Équipe] — Inviter, droits
    [Réglages] — Horaires, capacité, prix, FedaPay
    [Mon code client] — Votre affiche et son lien
    [Clients et mesures] — Chercher, ajouter
    [Parler à une personne] — Une personne vous répond
    [Langue] — Français, English
    [PIN] — Changer votre PIN
    > [Réglages]
    Ouvert aux commandes. Travail : lun-sam 8h-18h. Fermé : aucun jour.
    Commandes par semaine : sans limite. Acompte : 50 %.
    FedaPay : pas encore relié.
    Aussi par écrit : « ferme 24/12 », « capacite 12 ».
    [Ouvert / fermé]
    [Jours fermés]
    [Jours et heures]
    [Capacité]
    [Acompte]
    [Prix et durées]
    [Relier FedaPay]
    [Mes reçus]
    > [Prix et durées]
    Que cousez-vous ? Choisissez un habit pour son prix, sa durée et ses mesures.
    [Boubou] — sur devis
    [Robe] — sur devis
    [Chemise] — sur devis
    [Pantalon] — sur devis
    [Ensemble] — sur devis
    [Tenue enfant] — sur devis
    [Retouche] — sur devis
    [Ajouter un habit]
    > [Boubou]
    *Boubou* : sur devis, 7 jours de travail. Mesures : épaule, poitrine, longueur, manche, cou.
    [Prix]
    [Durée]
    [Mesures]
    [Ne plus le coudre]
    > [Prix]
    Quel prix pour *Boubou* ? Écrivez « devis » si vous le dites à chaque fois.
    > 25 000
    *Boubou* : 25 000 F, 7 jours de travail. Mesures : épaule, poitrine, longueur, manche, cou.
    [Prix]
    [Durée]
    [Mesures]
    [Ne plus le coudre]
    > 0
    Que cousez-vous ? Choisissez un habit pour son prix, sa durée et ses mesures.
    [Boubou] — 25 000 F
    [Robe] — sur devis
    [Chemise] — sur devis
    [Pantalon] — sur devis
    [Ensemble] — sur devis
    [Tenue enfant] — sur devis
    [Retouche] — sur devis
    [Ajouter un habit]
    > 0
    Ouvert aux commandes. Travail : lun-sam 8h-18h. Fermé : aucun jour.
    Commandes par semaine : sans limite. Acompte : 50 %.
    FedaPay : pas encore relié.
    Aussi par écrit : « ferme 24/12 », « capacite 12 ».
    [Ouvert / fermé]
    [Jours fermés]
    [Jours et heures]
    [Capacité]
    [Acompte]
    [Prix et durées]
    [Relier FedaPay]
    [Mes reçus]
    > [Relier FedaPay]
    Les clés de FedaPay se tapent sur cette page, jamais dans une discussion. Elle est à vous seul, vit 30 minutes et ne sert qu'une fois.
    [link: Ouvrir http://localhost:0/keys/…]
    > /keys sk_live_wrong_key wh_live_of_kassa
    Page: FedaPay ne reconnaît pas cette clé secrète. Copiez-la de nouveau en entier.
    > /keys sk_live_of_kassa wh_live_of_kassa
    Page: FedaPay est relié
    FedaPay est relié à *Maison Kassa* : vos clients peuvent vous payer par Mobile Money. Ce n'était pas vous ? Écrivez *humain*.
    > capacite 12
    C'est noté. Ouvert aux commandes. Travail : lun-sam 8h-18h. Fermé : aucun jour. Commandes par semaine : 12. Acompte : 50 %.
    # whatsapp Awa
    > commander KASSA
    Vos données servent à vos commandes, vos rendez-vous et vos paiements, et à rien d'autre. Vous pouvez les voir ou les supprimer à tout moment (*mes données*). Vous acceptez ?
    [J'accepte]
    > [J'accepte]
    Votre nom et prénom ?
    > Awa Dossou
    *Maison Kassa* — que voulez-vous coudre ?
    [Boubou] — 25 000 F
    [Robe]
    [Chemise]
    [Pantalon]
    [Ensemble]
    [Tenue enfant]
    [Retouche]
    [Autre (écrire)]
    > Boubou
    Qui fournit le tissu ?
    [Moi]
    [L'atelier]
    > [Moi]
    Une photo du tissu ou du modèle, ou un vocal ? Envoyez-les, ou passez.
    [Passer]
    > [Passer]
    Pour quand ?
    [Normal 28/11]
    [Rapide 26/11]
    [Urgent 25/11]
    > [Normal 28/11]
    L'atelier n'a pas encore vos mesures.
    [Dicter]
    [L'atelier me mesure]
    [Une autre personne]
    > [Dicter]
    Dictez les mesures en centimètres : épaule, poitrine, longueur, manche, cou. Par exemple : ep45 po98 lo140 ma60 co40, ou « po 100 le reste pareil ». Écrivez x pour celle que vous ne savez pas.
    > ep45 po98 lo140 ma60 co40
    *Boubou* chez Maison Kassa, votre tissu, pour le 28/11. Prix : 25 000 F, acompte : 12 500 F. Mesures : les vôtres. Pour renoncer, écrivez *annuler*.
    [Valider et payer]
    [Payer plus tard]
    [Modifier]
    > [Valider et payer]
    # whatsapp Afi
    Une nouvelle commande 0001 est arrivée : Awa Dossou, Boubou, à rendre le 28/11. Prix convenu : 25 000 F. Photos et vocaux joints : 0.
    [Voir la commande]
    # whatsapp Awa
    Commande *0001* notée chez *Maison Kassa* : Boubou, pour le 28/11.
    Payer *12 500 F* pour la commande 0001 (Boubou, Maison Kassa) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Maison Kassa 0001, 12500 F, mtn_open
    # whatsapp Afi
    Nouvelle commande 0001 payée à 50 % : 12 500 F reçus (Boubou). Reste 12 500 F. Le travail peut commencer.
    [Voir la commande]
    # whatsapp Awa
    12 500 F reçus par *Maison Kassa* pour la commande 0001. Reste à payer : 12 500 F. Reçu R-2026-0001.
    [Payer le reste]
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    > prêt 1
    *0001* Awa Dossou, Boubou, reste 12 500 F : *PRÊT*. La personne est prévenue dans 60 secondes.
    [Annuler]
    > /wait 60s
    # whatsapp Awa
    Ici *Maison Kassa* : votre commande 0001 (Boubou) est prête. Reste à payer : 12 500 F. Sans internet, composez le *384*22#.
    [Payer le reste]
    [Voir la commande]
    > [Payer le reste]
    Payer *12 500 F* pour la commande 0001 (Boubou, Maison Kassa) avec le 01 96 00 00 01 ?
    [MTN MoMo]
    [Moov Money]
    [Celtiis Cash]
    [Autre numéro] — Le Mobile Money d'une autre personne
    [Payer une partie] — Un montant de votre choix
    [Carte, Wave, Orange] — Un lien pour payer en ligne
    > [MTN MoMo]
    Validez *12 500 F* avec votre code MTN MoMo dans les 5 minutes, sur le 01 96 00 00 01. Ce code ne s'écrit jamais ici.
    [Vérifier]
    [Changer de moyen]
    > /momo approve
    MoMo: Maison Kassa 0001, 12500 F, mtn_open
    # whatsapp Afi
    Commande 0001 : 12 500 F reçus, payée à 100 %. Reste 0 F.
    [Voir la commande]
    # whatsapp Awa
    12 500 F reçus par *Maison Kassa* : la commande 0001 est entièrement payée, merci. Reçu R-2026-0002.
    [Mon reçu]
    [Voir la commande]
    # whatsapp Afi
    > livre 1
    *0001* Awa Dossou, Boubou : *LIVRÉE*. La personne reçoit vos remerciements.
    # whatsapp Awa
    Ici *Maison Kassa* : votre commande 0001 (Boubou) vous est remise. Merci de votre confiance.
    [document recu-2026-0002.pdf]
    # whatsapp Afi
    > /wait 2d
    # whatsapp Awa
    Ici *Maison Kassa* : tout va bien avec votre commande 0001 (Boubou) ? Donnez une note de 1 à 5.
    [5 · Très bien]
    [3 · Moyen]
    [1 · Mauvais]
    > 5
    Merci ! 5 sur 5 pour la commande 0001, chez Maison Kassa.
  `);
  expect(await books(world, 'KASSA')).toEqual({ others: 0, debit: 25_000, credit: 25_000, told: ['approved', 'approved'], order: { status: 'delivered', paid: 25_000, rating: 5 } });
  await world.close();
});
